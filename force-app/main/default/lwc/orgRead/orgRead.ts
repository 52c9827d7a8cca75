/** One wire, for one read of `org`. It renders nothing. */
import { api, LightningElement, wire } from 'lwc';
import { graphql } from 'lightning/graphql';
import type { GraphqlError, PendingQuery } from 'c/graphqlOrg';

interface Emission {
    data?: unknown;
    errors?: unknown;
}

export default class OrgRead extends LightningElement {
    @api read!: PendingQuery;

    /**
     * The first emission with an answer counts. `refresh` isn't used: it can be missing, fail, or resolve without an
     * emission. A fresh read asks a question that no cache can answer instead (`c/graphqlOrg`, fresh.ts).
     */
    @wire(graphql, { query: '$read.query', variables: '$read.variables' })
    emitted({ data, errors }: Emission) {
        // A wire's first emission is empty: no answer has come yet.
        if (data === undefined && errors === undefined) return;
        if (errors === undefined || errors === null) this.read.settle({ data });
        else if (Array.isArray(errors)) this.read.settle({ data, errors: errors as GraphqlError[] });
        else this.read.fail(errors);
    }
}
