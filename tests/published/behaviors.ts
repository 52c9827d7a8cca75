/** How closely the embedded org matches Salesforce, and how that is known. */

/**
 * How sure a behavior is: `documented` by Salesforce, `published` in a schema or describe, `observed` in an unmodified
 * client or a public report, or `assumed`.
 */
export const GRADES = ['documented', 'published', 'observed', 'assumed'] as const;
type Grade = (typeof GRADES)[number];
export const SERVINGS = ['served', 'partly', 'not'] as const;
type Serving = (typeof SERVINGS)[number];

export interface Behavior {
    what: string;
    serving: Serving;
    grade: Grade;
    source: string;
    /** A test that fails when this is wrong: its file, and a part of its name. Null only for unsupported behavior. */
    proof: readonly [file: string, words: string] | null;
}

const ORG = 'scripts/local-org';
const ENFORCED = 'tests/published/enforced.test.ts';
const LIMITS = 'tests/published/limits.test.ts';
const PUBLISHED = 'tests/published/published.test.ts';
const JSFORCE = 'tests/clients/jsforce.test.ts';
const CLI = 'tests/clients/salesforce-cli.test.ts';
const READS = `${ORG}/__tests__/graphqlReads.test.ts`;
const WRITES = `${ORG}/__tests__/graphqlWrites.test.ts`;
const HTTP = `${ORG}/__tests__/http.test.ts`;
const SOQL = `${ORG}/soql/__tests__/soql.test.ts`;

const served = (what: string, grade: Grade, source: string, ...proof: [string, string]): Behavior => ({
    what,
    serving: 'served',
    grade,
    source,
    proof
});
const partly = (what: string, grade: Grade, source: string, ...proof: [string, string]): Behavior => ({
    what,
    serving: 'partly',
    grade,
    source,
    proof
});
const not = (what: string, source: string): Behavior => ({
    what,
    serving: 'not',
    grade: 'documented',
    source,
    proof: null
});

export const BEHAVIORS: readonly Behavior[] = [
    served(
        'types, lengths, and properties of every field',
        'published',
        'Object Reference v67',
        PUBLISHED,
        'with its type, length, properties'
    ),
    served(
        'fields that may be null',
        'published',
        'jsforce standard schema',
        'tests/published/standardSchema.test.ts',
        'with the same type and nullability'
    ),
    served(
        'filter, sort, and group only by fields that allow it, in SOQL',
        'published',
        'Object Reference v67; messages in public reports',
        ENFORCED,
        'is filterable in SOQL only by'
    ),
    served(
        'filter and group only by fields that allow it, in GraphQL',
        'published',
        'Object Reference v67',
        ENFORCED,
        'is filterable and groupable in GraphQL by'
    ),
    served(
        'create and update only of fields that allow it',
        'published',
        'Object Reference v67',
        ENFORCED,
        'accepts only ${write}able fields'
    ),
    served("a CallCenter can't be updated by API", 'documented', 'Object Reference v67', ENFORCED, 'through the API'),
    served('GraphQL inputs by name and type', 'published', '@salesforce/templates', PUBLISHED, 'have every field of'),
    partly(
        'GraphQL date functions, quarters, and fiscal periods',
        'published',
        'in @salesforce/templates, but not in the embedded org',
        PUBLISHED,
        'have every field of'
    ),
    served(
        '10 rows by default, at most 2,000, at least 200 with upperBound',
        'documented',
        'GraphQL guide',
        READS,
        'have 1 to 2,000 rows'
    ),
    served(
        '4,000 records without upperBound, more when a later page sets it',
        'documented',
        'Paginate with Record Connections',
        LIMITS,
        'reach 4,000 records'
    ),
    served(
        'hasNextPage is false when no more rows can be reached',
        'assumed',
        'not documented',
        LIMITS,
        'reach 4,000 records'
    ),
    served('10 subqueries per document', 'documented', 'GraphQL guide', LIMITS, 'are limited to ten per document'),
    served(
        'subqueries in fragments count too',
        'assumed',
        'the guide has no exception for fragments',
        `${ORG}/__tests__/graphqlSchema.test.ts`,
        'when one is in a named fragment'
    ),
    served(
        'GraphQL from v56, mutations from v59, @optional from v65',
        'documented',
        'GraphQL guide',
        `${ORG}/__tests__/graphqlVersions.test.ts`,
        'exists from version 56'
    ),
    served(
        'an update answers success at v59–65, and Record from v66',
        'documented',
        'GraphQL guide',
        `${ORG}/__tests__/graphqlVersions.test.ts`,
        'answers an update with success alone'
    ),
    served(
        'variables in @skip and @include, except in the wire adapter',
        'documented',
        'LWC guide; GraphQL specification',
        `${ORG}/__tests__/graphqlVersions.test.ts`,
        'accepts variables in @skip and @include'
    ),
    partly(
        'scope and updateMRU',
        'documented',
        'arguments in the guide; scopes EVERYTHING and MINE only, and no list of recent records',
        `${ORG}/__tests__/graphqlVersions.test.ts`,
        'accepts updateMRU and the scope EVERYTHING'
    ),
    served(
        'depth and weight of a document',
        'assumed',
        'real limits are not public',
        'tests/fuzz/http.test.ts',
        'deep and wide documents'
    ),
    served(
        'cursors count rows and work with any query',
        'assumed',
        'cursors are opaque',
        READS,
        'without gaps or duplicates'
    ),
    served(
        'aggregates by group, with counts',
        'documented',
        'GraphQL guide',
        READS,
        'counts the members of every call center'
    ),
    served(
        'names of value, aggregate, and mutation types',
        'assumed',
        'public samples, when there are any',
        `${ORG}/__tests__/graphqlSchema.test.ts`,
        'test('
    ),
    served('GraphQL errors have status 200 and paths', 'observed', 'clients', WRITES, 'rolls everything back'),
    served(
        'allOrNone is on by default in mutations',
        'documented',
        'GraphQL guide',
        LIMITS,
        'is on by default in GraphQL mutations'
    ),
    served(
        'allOrNone is off by default in collections',
        'documented',
        'REST guide',
        LIMITS,
        'is off by default in collections'
    ),
    served(
        'a failed alias has the message STATUS_CODE: text',
        'assumed',
        'no public answer',
        WRITES,
        'rolls back only the aliases that fail'
    ),
    served(
        'a hidden field fails the document unless @optional',
        'documented',
        'GraphQL guide, v65',
        WRITES,
        'leaves out a field marked @optional'
    ),
    served(
        'an id of another object is rejected',
        'documented',
        'status codes of the SOAP guide',
        WRITES,
        'belongs to another object'
    ),
    served(
        'If-Unmodified-Since answers 412 when the record changed',
        'documented',
        'UI API guide; message assumed',
        HTTP,
        'otherwise rejected with 412'
    ),
    served(
        'write errors of UI API in output.errors and fieldErrors',
        'documented',
        'UI API guide',
        HTTP,
        'rejected with the reasons'
    ),
    served(
        'records are created and deleted in UI API; a deletion answers 200',
        'documented',
        'UI API guide; messages of refusals assumed',
        'scripts/local-org/__tests__/uiapiRecords.test.ts',
        'is gone, and cannot be deleted again'
    ),
    served(
        "UI API doesn't support CallCenter",
        'published',
        '@salesforce/templates',
        HTTP,
        'which excludes CallCenter'
    ),
    served(
        'writing a User requires Manage Internal Users',
        'documented',
        'Object Reference v67',
        `${WRITES}`,
        'a removed permission is missing'
    ),
    served(
        '2,000 rows per page, with cursors that end after 15 idle minutes',
        'documented',
        'REST guide',
        LIMITS,
        'returns 2,000 rows per page'
    ),
    served(
        '200 records per collection, with results in the same order',
        'documented',
        'REST guide',
        LIMITS,
        'accepts 200 records in a collection'
    ),
    served('URLs of up to 16,384 bytes', 'documented', 'REST guide', LIMITS, 'accepts URLs of 16,384 bytes'),
    served(
        'ids of 15 and 18 characters; MALFORMED_ID for a wrong checksum',
        'documented',
        'Object Reference, id type',
        LIMITS,
        'accepts ids of 15 characters'
    ),
    served(
        'a session ends after two idle hours',
        'documented',
        'session settings',
        LIMITS,
        'expires after two hours without use'
    ),
    served(
        'daily requests, Sforce-Limit-Info, REQUEST_LIMIT_EXCEEDED',
        'documented',
        'REST guide',
        LIMITS,
        'is limited by requests'
    ),
    served('a day starts with its first request', 'assumed', 'the real window rolls', LIMITS, 'is limited by requests'),
    served(
        'SOQL comparisons, LIKE, lists, and null',
        'documented',
        'SOQL reference',
        SOQL,
        'as many users by each comparison'
    ),
    served(
        'SOQL semi-joins and anti-joins',
        'documented',
        'SOQL reference',
        SOQL,
        'members of a call center by semi-join'
    ),
    served(
        'SOQL aggregates, HAVING, ORDER BY … NULLS',
        'documented',
        'SOQL reference',
        SOQL,
        'return only the groups that match HAVING'
    ),
    served('<> means !=', 'observed', 'public samples', SOQL, 'as many users by each comparison'),
    partly(
        'SOQL error messages and their position in the statement',
        'observed',
        'public reports',
        SOQL,
        'SOQL returns an error for'
    ),
    served(
        'later pages have the values at the time they are read',
        'assumed',
        'not documented',
        SOQL,
        'with its values at the time the page is read'
    ),
    served(
        'composite with references and allOrNone',
        'documented',
        'REST guide',
        JSFORCE,
        'a composite request whose parts refer to'
    ),
    served(
        'a record can be in a collection only once',
        'assumed',
        'not documented for REST',
        JSFORCE,
        'each user only once per call'
    ),
    served('Bulk API 2.0 ingest and query', 'documented', 'Bulk API guide', JSFORCE, 'hundreds of users'),
    served(
        'a bulk row without one cell for each column fails, and a column named twice fails the job',
        'assumed',
        'error of a malformed row documented; messages not public',
        `${ORG}/bulk/__tests__/ingest.test.ts`,
        'fails a row with too few or too many cells'
    ),
    served(
        'numbers can be written as JSON strings',
        'observed',
        '@salesforce/cli',
        `${ORG}/rest/__tests__/numbers.test.ts`,
        'is written as a number'
    ),
    partly(
        'Bulk API 2.0 query in one page',
        'observed',
        'several pages break jsforce (issue 1546)',
        JSFORCE,
        'streams every user'
    ),
    served('SOAP login', 'observed', 'jsforce', JSFORCE, 'through SOAP, with or without a security token'),
    served(
        'Salesforce CLI: org login, display, and open; data; sobject; api request; project deploy',
        'observed',
        '@salesforce/cli',
        CLI,
        'opens the org with an address'
    ),
    partly(
        'Metadata API lists and retrieves the objects and flows of this repo, and what was deployed',
        'documented',
        'Metadata API guide; ids and dates assumed, standard objects left out',
        CLI,
        'retrieves a field and a flow'
    ),
    partly(
        'Metadata API `readMetadata`, for the settings that decide about pages in Setup',
        'documented',
        'Metadata API guide; values of a new org partly assumed, other types not served',
        'tests/doctor/variants.test.ts',
        'about settings and optional parts'
    ),
    partly(
        'composite/tree, without child records',
        'documented',
        'REST guide; messages assumed',
        `${ORG}/rest/__tests__/tree.test.ts`,
        'creates nothing when a record fails'
    ),
    partly(
        "a deployment is checked, but code isn't compiled",
        'observed',
        '@salesforce/cli',
        `${ORG}/metadata/__tests__/checkPackage.test.ts`,
        'test('
    ),
    served(
        "a deployment that deletes what the org doesn't have fails with a warning, unless it ignores warnings",
        'documented',
        'Salesforce CLI, --ignore-warnings; words as in source-deploy-retrieve',
        `${ORG}/metadata/__tests__/deletions.test.ts`,
        'fails with a warning for what the org doesn’t have'
    ),
    served(
        'a flow is deleted by its version, and only while it is inactive',
        'observed',
        'forcedotcom/cli issue 3401; sfdx-git-delta, "Handle flow deletion"',
        `${ORG}/metadata/__tests__/deletions.test.ts`,
        'deletes a flow after it’s deactivated'
    ),
    served(
        'a permission set that is assigned to users cannot be deleted',
        'assumed',
        'as in Setup; the words are assumed, too',
        `${ORG}/metadata/__tests__/deletions.test.ts`,
        'deletes a permission set only when nobody has it'
    ),
    served(
        'only requests to a loopback name are answered',
        'assumed',
        'protects against DNS rebinding; a real org has no such rule',
        HTTP,
        'answers only requests to a name of this machine'
    ),
    served(
        'faults look as they do in orgs',
        'assumed',
        'public reports, which differ by what is down',
        'tests/clients/faults.test.ts',
        'A fault plan seen through jsforce'
    ),
    served(
        "junk gets errors in Salesforce's shape",
        'assumed',
        'shapes documented, choice of error not',
        'tests/fuzz/fuzz.test.ts',
        'in the format of Salesforce'
    ),
    served(
        "a custom object's sharing model: records of others can only be read, unless a permission set lets the user modify all",
        'documented',
        'Salesforce Help, Organization-Wide Sharing Defaults',
        `${ORG}/__tests__/graphqlCustomObjects.test.ts`,
        'are created and changed by who asks'
    ),
    not('child subqueries, TYPEOF, FORMAT, date functions, ROLLUP, USING SCOPE, FOR, WITH, ALL ROWS', 'SOQL reference'),
    not('hard delete, multipart jobs, and the recycle bin', 'Bulk API guide'),
    not('GraphQL, UI API, and Bulk API inside a composite', 'REST guide'),
    not('search, composite/graph, composite/batch, and the Tooling API', 'REST guide; answered with NOT_FOUND'),
    not(
        'metadata that the embedded org does not hold, such as layouts',
        'Metadata API guide; retrieves report it as not found'
    ),
    not('Bulk API 1.0', 'Bulk API guide; answered with FeatureNotEnabled'),
    not('SOAP operations other than those above', 'SOAP API guide; answered with a fault'),
    not(
        'roles, sharing rules, private records, validation rules, triggers, record types, currencies, and time zones other than UTC',
        'Salesforce Help'
    )
];
