import { describe, expect, it } from 'vitest';
import { findingsOf } from './import-findings';

describe('what an import said', () => {
  it('is nothing where the sentence is of another kind', () => {
    expect(findingsOf('Unable to build importer with provided input.')).toEqual({ errors: [], warnings: [] });
  });

  it('is told apart, one sentence to a line', () => {
    expect(
      findingsOf(
        "Errors found during import:\n\tUnable to put method 'GET' on resource at path '/a': no\n\tUnable to create model 'b'\nAdditionally, warnings found during import:\n\texample is not supported",
      ),
    ).toEqual({
      errors: ["Unable to put method 'GET' on resource at path '/a': no", "Unable to create model 'b'"],
      warnings: ['example is not supported'],
    });
    expect(findingsOf('Warnings found during import:\n\tone\n\ttwo')).toEqual({ errors: [], warnings: ['one', 'two'] });
  });

  it('keeps a sentence together that has a line break of its own', () => {
    expect(findingsOf('Errors found during import:\n\tInvalid model: [line one\nline two]\n\tnext').errors).toEqual([
      'Invalid model: [line one line two]',
      'next',
    ]);
  });
});
