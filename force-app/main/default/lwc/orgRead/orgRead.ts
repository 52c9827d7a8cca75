/** One wire, for one read of `org`. It renders nothing. */
import { api, LightningElement, wire } from 'lwc';
import { graphql } from 'lightning/graphql';
import type { GraphqlError, PendingQuery } from 'c/graphqlOrg';

interface Emission {
    data?: unknown;
    errors?: unknown;
    refresh?: () => Promise<unknown>;
}

export default class OrgRead extends LightningElement {
    @api read!: PendingQuery;

    private latest: Emission = {};
    private asksAgain = false;

    @wire(graphql, { query: '$read.query', variables: '$read.variables' })
    emitted(emission: Emission) {
        // A wire's first emission is empty: no answer has come yet.
        if (emission.data === undefined && emission.errors === undefined) return;
        this.latest = emission;
        if (!this.read.mustRefresh) this.settle();
        else if (!this.asksAgain) void this.askAgain();
    }

    private async askAgain() {
        this.asksAgain = true;
        try {
            // Resolves once the wire has delivered fresh data, that is, to `emitted`.
            await this.latest.refresh?.();
            this.settle();
        } catch (reason) {
            this.read.fail(reason);
        }
    }

    private settle() {
        const { data, errors } = this.latest;
        if (errors === undefined || errors === null) this.read.settle({ data });
        else if (Array.isArray(errors)) this.read.settle({ data, errors: errors as GraphqlError[] });
        else this.read.fail(errors);
    }
}
