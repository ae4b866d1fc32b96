/** A property that a generator asks for. */
export interface SdkProperty { readonly name: string; readonly friendlyName: string; readonly description: string; readonly required: boolean; readonly defaultValue?: string }
/** A kind of client library that AWS knows. */
export interface SdkTypeRow { readonly id: string; readonly friendlyName: string; readonly description: string; readonly configurationProperties: readonly SdkProperty[]; readonly isGenerated: boolean }

const property = (name: string, friendlyName: string, description: string, required: boolean, defaultValue?: string): SdkProperty => ({ name, friendlyName, description, required, ...(defaultValue !== undefined && { defaultValue }) });
const classPrefix = property('classPrefix', 'Class prefix', 'The prefix of every generated class', true);

/** AWS's types of SDK with the parameters that GetSdk needs for them. Only `javascript` is generated so far. */
export const SDK_TYPES: readonly SdkTypeRow[] = [
  {
    id: 'android', friendlyName: 'Android', description: 'Android client library', isGenerated: false,
    configurationProperties: [
      property('groupId', 'Group ID', 'Maven group of the library', true), property('artifactId', 'Artifact ID', 'Maven artifact of the library', true),
      property('artifactVersion', 'Artifact version', 'Maven version of the library', true), property('invokerPackage', 'Invoker package', 'Java package of the client class', true),
    ],
  },
  {
    id: 'java', friendlyName: 'Java SDK', description: 'Java client library', isGenerated: false,
    configurationProperties: [
      property('serviceName', 'Service name', 'Name of the client class', true), property('javaPackageName', 'Java package name', 'Java package of the client class', true),
      property('javaBuildSystem', 'Java build system', 'maven or gradle', false, 'maven'),
    ],
  },
  { id: 'javascript', friendlyName: 'JavaScript', description: 'JavaScript client library', configurationProperties: [], isGenerated: true },
  { id: 'objectivec', friendlyName: 'iOS (Objective-C)', description: 'Objective-C client library', configurationProperties: [classPrefix], isGenerated: false },
  { id: 'ruby', friendlyName: 'Ruby', description: 'Ruby client library', configurationProperties: [property('service.name', 'Service name', 'Name of the client module', true)], isGenerated: false },
  { id: 'swift', friendlyName: 'iOS (Swift)', description: 'Swift client library', configurationProperties: [classPrefix], isGenerated: false },
];
