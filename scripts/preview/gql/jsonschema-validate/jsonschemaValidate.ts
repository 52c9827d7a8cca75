/** What `@conduit-client/onestore-graphql-parser` imports of a package that Salesforce doesn't publish. */
export class JsonSchemaViolationError extends Error {}
