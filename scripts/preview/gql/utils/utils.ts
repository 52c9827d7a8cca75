/** What `@conduit-client/onestore-graphql-parser` imports of a package that Salesforce doesn't publish. */

interface Ok<Value> {
    readonly value: Value;
    isOk(): boolean;
    isErr(): boolean;
}

interface Err<Failure> {
    readonly error: Failure;
    isOk(): boolean;
    isErr(): boolean;
}

export type Result<Value, Failure> = Ok<Value> | Err<Failure>;

export const ok = <Value>(value: Value): Ok<Value> => ({ value, isOk: () => true, isErr: () => false });

export const err = <Failure>(error: Failure): Err<Failure> => ({ error, isOk: () => false, isErr: () => true });

export const logError = (error: unknown): void => console.error(error);
