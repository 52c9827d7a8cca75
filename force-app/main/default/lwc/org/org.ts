/**
 * The only room that imports the platform's data modules. Lightning Data Service reads only through wires, so each
 * read on demand gets a component of its own (`orgRead`) until it is answered. Writes are plain calls.
 */
import { api, LightningElement } from 'lwc';
import { graphqlOrg } from 'c/graphqlOrg';
import type { Org as OrgPort } from 'c/orgPort';
import { FlowRun } from './flowRun.ts';
import { session } from './session.ts';
import { mutate, updateUser } from './writes.ts';
import { WireRead } from './wireRead.ts';

export default class Org extends LightningElement {
    reads: WireRead[] = [];
    flows: FlowRun[] = [];

    private readonly made = graphqlOrg({
        query: (document, variables) => {
            const read = new WireRead(document, variables);
            this.reads = [...this.reads, read];
            const over = () => {
                this.reads = this.reads.filter((other) => other.key !== read.key);
            };
            read.answer.then(over, over);
            return read.answer;
        },
        runFlow: (apiName) => {
            const run = new FlowRun(apiName);
            this.flows = [...this.flows, run];
            const over = () => {
                this.flows = this.flows.filter((other) => other.key !== run.key);
            };
            run.outputs.then(over, over);
            return run.outputs;
        },
        session,
        mutate,
        updateUser
    });

    @api get port(): OrgPort {
        return this.made;
    }
}
