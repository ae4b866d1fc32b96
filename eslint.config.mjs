import nx from '@nx/eslint-plugin';
import { importX } from 'eslint-plugin-import-x';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** The walls between floors: apps > data | control | client > engine > contract. Engines never know another engine. */
const walls = [
  { sourceTag: 'floor:contract', onlyDependOnLibsWithTags: ['floor:contract'], bannedExternalImports: ['@nestjs/*', 'typeorm', 'pg', 'express', 'react'] },
  { sourceTag: 'floor:engine', onlyDependOnLibsWithTags: ['floor:contract'], bannedExternalImports: ['@nestjs/*', 'typeorm', 'pg', 'express', 'undici', 'react'] },
  { sourceTag: 'floor:data', onlyDependOnLibsWithTags: ['floor:data', 'floor:engine', 'floor:contract'], bannedExternalImports: ['@nestjs/*', 'typeorm', 'pg', 'express', 'react'] },
  { sourceTag: 'floor:control', onlyDependOnLibsWithTags: ['floor:control', 'floor:engine', 'floor:contract'], bannedExternalImports: ['react'] },
  { sourceTag: 'floor:client', onlyDependOnLibsWithTags: ['floor:client', 'floor:contract'], bannedExternalImports: ['@nestjs/*', 'typeorm', 'pg'] },
  { sourceTag: 'app:gateway', onlyDependOnLibsWithTags: ['floor:data', 'floor:engine', 'floor:contract'], bannedExternalImports: ['@nestjs/*', 'typeorm', 'pg'] },
  { sourceTag: 'app:functions', onlyDependOnLibsWithTags: ['floor:data', 'floor:engine', 'floor:contract'], bannedExternalImports: ['@nestjs/*', 'typeorm', 'pg'] },
  { sourceTag: 'app:management-api', onlyDependOnLibsWithTags: ['floor:control', 'floor:engine', 'floor:contract'] },
  { sourceTag: 'app:standalone', onlyDependOnLibsWithTags: ['floor:control', 'floor:contract'] },
  { sourceTag: 'app:console', onlyDependOnLibsWithTags: ['floor:client', 'floor:contract'], bannedExternalImports: ['@nestjs/*', 'typeorm', 'pg'] },
  { sourceTag: 'app:petstore', onlyDependOnLibsWithTags: ['floor:contract'] },
  { sourceTag: 'floor:test', onlyDependOnLibsWithTags: ['*'] },
  ...['routing', 'vtl', 'mapping', 'policy', 'sigv4', 'throttle', 'logformat', 'patch', 'openapi', 'sdkgen', 'archive'].map((engine) => ({ sourceTag: `engine:${engine}`, notDependOnLibsWithTags: ['floor:engine'] })),
];

export default tseslint.config(
  { ignores: ['**/dist', '**/out-tsc', '**/.nx', '**/.gatehouse', '**/*.generated.ts', '**/vite.config.*.timestamp*'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    plugins: { '@nx': nx, 'import-x': importX },
    settings: {
      // Without these two the cycle rule reads no TypeScript file and finds nothing.
      'import-x/extensions': ['.ts', '.tsx'],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts', '.tsx'] },
      'import-x/resolver-next': [createTypeScriptImportResolver({ conditionNames: ['@gatehouse/source', 'types', 'import', 'default'], noWarnOnMultipleProjects: true, project: ['tsconfig.base.json'] })],
    },
    rules: {
      '@nx/enforce-module-boundaries': ['error', { enforceBuildableLibDependency: false, allow: [], depConstraints: walls }],
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrorsIgnorePattern: '^_' }],
      'no-console': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  // Nest and TypeORM read constructor and column types at run time, so their imports must stay values.
  { files: ['apps/management-api/**/*.ts', 'libs/control/**/*.ts'], rules: { '@typescript-eslint/consistent-type-imports': 'off' } },
  { files: ['apps/console/**/*.ts', 'apps/console/**/*.tsx'], plugins: { 'react-hooks': reactHooks }, rules: { ...reactHooks.configs.recommended.rules } },
);
