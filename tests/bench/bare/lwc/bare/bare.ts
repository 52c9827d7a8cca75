/** A minimal page that shows the same 100 users in the same base component, with one wire and one table. */
import { LightningElement, wire } from 'lwc';
import { gql, graphql } from 'lightning/graphql';

interface Answer {
    uiapi: { query: { User: { edges: { node: Record<string, { value?: unknown }> }[] } } };
}

const FIELDS = ['Name', 'Username', 'Alias', 'Email', 'CallCenterId'];

export default class Bare extends LightningElement {
    rows: Record<string, unknown>[] = [];
    columns = FIELDS.map((fieldName) => ({ label: fieldName, fieldName }));

    @wire(graphql, {
        query: gql`
            query bare {
                uiapi {
                    query {
                        User(first: 100, orderBy: { Name: { order: ASC } }) {
                            edges {
                                node {
                                    Id
                                    Name {
                                        value
                                    }
                                    Username {
                                        value
                                    }
                                    Alias {
                                        value
                                    }
                                    Email {
                                        value
                                    }
                                    CallCenterId {
                                        value
                                    }
                                }
                            }
                        }
                    }
                }
            }
        `
    })
    emitted({ data }: { data?: unknown }) {
        const edges = (data as Answer | undefined)?.uiapi.query.User.edges ?? [];
        this.rows = edges.map(({ node }) => ({
            Id: node.Id,
            ...Object.fromEntries(FIELDS.map((field) => [field, node[field]?.value]))
        }));
    }
}
