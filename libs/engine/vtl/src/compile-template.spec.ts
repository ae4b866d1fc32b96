import { describe, expect, it } from 'vitest';
import { compileTemplate, type TemplateScope } from './compile-template.js';
import { UnsupportedTemplate } from './scan.js';

interface Subject { readonly body: string; readonly params: Readonly<Record<string, string>> }
const SCOPE: TemplateScope<Subject> = {
  context: name => (name === 'requestId' ? () => 'r-1' : name === 'identity.sourceIp' ? () => '10.0.0.1' : name === 'error.message' ? () => null : null),
  stageVariable: name => (name === 'env' ? 'prod' : null),
  param: (x, name) => x.params[name] ?? null,
  body: x => x.body,
  json: x => (x.body === '' ? undefined : (JSON.parse(x.body) as unknown)),
};
const SUBJECT: Subject = { body: '{"pet":{"name":"Rex","tags":["a",{"b":1}],"none":null},"n":1.5}', params: { id: '7', 'x-y': 'dash' } };
const render = (template: string, subject = SUBJECT): string => compileTemplate(template, SCOPE).render(subject);

describe('compileTemplate', () => {
  it.each([
    ['#set($a = 1)', 1, 1], ['{\n  "a": 1\n#if(true)x#end', 3, 1], ['ab #foreach($x in $y)', 1, 4], ['#{else}', 1, 1], ['#@macro()', 1, 1], ['#[[raw]]#', 1, 1],
    ["x $util.escapeJavaScript($input.json('$'))", 1, 1], ['$input.params()', 1, 1], ["$input.params('a').length()", 1, 1], ["$input.json($x)", 1, 1], ["$input.json('$[?(@.a)]')", 1, 1],
    ['$context.requestOverride.header.x', 1, 1], ['${context.requestId', 1, 1], ['$input.params("$x")', 1, 1], ['\\$context.requestId', 1, 1], ["$stageVariables.get('x')", 1, 1], ["$input.path('$').name", 1, 1],
  ])('refuses %j with its place', (template, line) => {
    const compile = () => compileTemplate(template, SCOPE);
    expect(compile).toThrow(UnsupportedTemplate);
    expect(compile).toThrow(new RegExp(`at line ${line}, column \\d+$`));
  });

  it('names the exact line and column', () => {
    expect(() => compileTemplate('{\n  "a": #set($x = 1)', SCOPE)).toThrow('the directive #set is not supported at line 2, column 8');
  });

  it.each([
    ['{"statusCode": 200}', '{"statusCode": 200}'], ['', ''], ['costs 5$ #1 # $ $5', 'costs 5$ #1 # $ $5'], ['a## comment\nb#* more *#c', 'abc'],
    ['$context.requestId|${context.identity.sourceIp}|$!context.requestId', 'r-1|10.0.0.1|r-1'], ['$context.error.message|$context.unknown', '|'],
    ['$stageVariables.env/$stageVariables.missing/', 'prod//'], ["$input.params('id')-$input.params(\"x-y\")-$input.params('none')", '7-dash-'],
    ["$input.json('$.pet.name') $input.json('$.n') $input.json('$.pet')", '"Rex" 1.5 {"name":"Rex","tags":["a",{"b":1}],"none":null}'],
    ["$input.path('$.pet.name') $input.path('$.pet.tags') $input.path('$.pet')", 'Rex ["a",{"b":1}] {name=Rex, tags=["a",{"b":1}], none=null}'],
    ["$input.path('$.missing')|$input.path('$.pet.none')", '|'], ['$unset.thing $!unset ${unset}', '$unset.thing  ${unset}'],
    ['$context.requestId.', 'r-1.'],
  ])('renders %j', (template, expected) => {
    expect(render(template)).toBe(expected);
  });

  it('reads an empty body as {} through $input.body, and as nothing through a path', () => {
    expect(render("$input.body|$input.path('$.a')", { body: '', params: {} })).toBe('{}|');
    expect(render('$input.body', { body: 'not json', params: {} })).toBe('not json');
  });

  it('tells whether the whole body has to be there first', () => {
    expect(compileTemplate('{"statusCode": 200}', SCOPE).readsBody).toBe(false);
    expect(compileTemplate("$input.json('$')", SCOPE).readsBody).toBe(true);
  });
});
