import { describe, expect, it } from 'vitest';
import { asAwsCli, asHttp } from './as-command.js';
import { bind, prepare, type Call } from './bind.js';
import { V1 } from './v1.js';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('a write as a command', () => {
  it('never shows the value of an API key', () => {
    const secret = prepare(V1.CreateApiKey, { name: 'partner', value: 'very-secret-value-123', enabled: true });
    for (const text of [asAwsCli(secret, 'http://localhost:4000'), asHttp(secret)]) {
      expect(text).not.toContain('very-secret');
      expect(text).toContain('$API_KEY_VALUE');
    }
  });

  it('never shows the values inside an imported file', () => {
    const imported = prepare(V1.ImportApiKeys, { body: bytes('name,key\na,very-secret-value'), format: 'csv', failOnWarnings: false });
    expect(asAwsCli(imported, 'http://h')).toBe(
      'aws apigateway import-api-keys \\\n  --endpoint-url http://h \\\n  --body fileb://api-keys.csv \\\n  --format csv \\\n  --no-fail-on-warnings',
    );
    expect(asHttp(imported)).not.toContain('very-secret');
  });

  it('quotes what a shell would read, so a name with quotes and markup stays as typed', () => {
    expect(asAwsCli(prepare(V1.CreateRestApi, { name: "it's <b>$HOME</b>", description: undefined }), 'http://localhost:4000')).toBe(
      "aws apigateway create-rest-api \\\n  --endpoint-url http://localhost:4000 \\\n  --name 'it'\\''s <b>$HOME</b>'",
    );
  });

  it('takes a definition from a file, and says where an answered file goes', () => {
    const put = prepare(V1.PutRestApi, { restApiId: 'a1', body: bytes('{}'), mode: 'overwrite', parameters: { basepath: 'split' } });
    expect(asAwsCli(put, 'http://h')).toContain(`--body fileb://api.json \\\n  --mode overwrite \\\n  --parameters '{"basepath":"split"}'`);
    const exported = prepare(V1.GetExport, { restApiId: 'a1', stageName: 'dev', exportType: 'oas30', accepts: 'application/yaml' });
    expect(asAwsCli(exported, 'http://h')).toMatch(/--accepts application\/yaml \\\n {2}the-file$/);
    expect(asHttp(exported)).toBe('GET /restapis/a1/stages/dev/exports/oas30\nAccept: application/yaml');
  });

  it('names an option as the AWS CLI does, plural shorthand included', () => {
    const created = prepare(V1.CreateAuthorizer, { restApiId: 'a1', name: 'n', type: 'COGNITO_USER_POOLS', providerARNs: ['arn:x'] });
    expect(asAwsCli(created, 'http://h')).toContain('--provider-arns arn:x');
  });

  it('writes patch operations as JSON', () => {
    const patch = prepare(V1.UpdateStage, {
      restApiId: 'a1',
      stageName: 'prod',
      patchOperations: [{ op: 'replace', path: '/variables/a', value: '1' }],
    });
    expect(asAwsCli(patch, 'http://h')).toContain(`--patch-operations '[{"op":"replace","path":"/variables/a","value":"1"}]'`);
    expect(asHttp(patch)).toBe(
      'PATCH /restapis/a1/stages/prod\nAccept: application/json\nContent-Type: application/json\n\n{\n  "patchOperations": [\n    {\n      "op": "replace",\n      "path": "/variables/a",\n      "value": "1"\n    }\n  ]\n}',
    );
  });
});

describe('binding an input to the wire', () => {
  it('refuses an input without its path member rather than call another address', () => {
    expect(() => bind(prepare(V1.DeleteRestApi, { restApiId: '' }))).toThrow('DeleteRestApi needs restApiId');
  });

  it('refuses a member that the operation does not have', () => {
    const misspelled: Call = { operation: V1.DeleteRestApi, input: { restApiId: 'a', restApiID: 'b' } };
    expect(() => bind(misspelled)).toThrow('DeleteRestApi has no member restApiID');
  });

  it('encodes path members once and renames what the wire renames', () => {
    const request = bind(
      prepare(V1.PutIntegration, {
        restApiId: 'a/b',
        resourceId: 'r',
        httpMethod: 'GET',
        type: 'HTTP',
        integrationHttpMethod: 'POST',
        uri: undefined,
      }),
    );
    expect(request).toMatchObject({
      path: '/restapis/a%2Fb/resources/r/methods/GET/integration',
      body: '{"type":"HTTP","httpMethod":"POST"}',
    });
  });

  it('spreads a map over the query and sends a header as a header', () => {
    const request = bind(
      prepare(V1.GetExport, { restApiId: 'a', stageName: 's', exportType: 'swagger', parameters: { extensions: 'integrations' }, accepts: 'x/y' }),
    );
    expect(request).toMatchObject({ query: [['extensions', 'integrations']], headers: { accept: 'x/y' }, answersFile: true });
    expect(bind(prepare(V1.GetRestApi, { restApiId: 'a' })).answersFile).toBe(false);
  });

  it('repeats a query name for each member of a list', () => {
    expect(bind(prepare(V1.GetResources, { restApiId: 'a', embed: ['methods'], limit: 500 })).query).toEqual([
      ['embed', 'methods'],
      ['limit', '500'],
    ]);
  });
});
