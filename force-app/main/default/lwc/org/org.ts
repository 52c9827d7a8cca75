/**
 * The only room that imports the platform's data modules. Lightning Data Service reads only through wires, so each
 * read on demand gets a component of its own (`orgRead`) until it is answered. Writes are plain calls. The platform has
 * no time limit, so every request has one here.
 */
import { api, LightningElement } from 'lwc';
import PROFILE from '@salesforce/schema/CallCenterProfile__c';
import { graphqlOrg, inNamespace } from 'c/graphqlOrg';
import { namespacePrefix, OrgFault, type Org as OrgPort } from 'c/orgPort';
import { centersPage } from 'c/visualforceHost';
import { CentersFrame } from './centersFrame.ts';
import { FlowRun } from './flowRun.ts';
import { session } from './session.ts';
import { LONGEST_READ, LONGEST_WRITE, withinTime } from './timeLimit.ts';
import { mutate, update } from './writes.ts';
import { WireRead } from './wireRead.ts';

/** The platform knows the namespace that this component is deployed in, and names its objects accordingly. */
const PREFIX = namespacePrefix(PROFILE.objectApiName);

export default class Org extends LightningElement {
    reads: WireRead[] = [];
    flows: FlowRun[] = [];
    frames: CentersFrame[] = [];

    private readonly made = graphqlOrg(
        inNamespace(PREFIX, {
            query: (document, variables) => {
                const read = new WireRead(document, variables);
                this.reads = [...this.reads, read];
                const over = () => {
                    this.reads = this.reads.filter((other) => other.key !== read.key);
                };
                const answer = withinTime(read.answer, LONGEST_READ);
                answer.then(over, over);
                return answer;
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
            visualforceCenters: async () => {
                const page = centersPage(window.location, PREFIX);
                if (!page) throw new OrgFault('invalid', '', { detail: 'No Visualforce origin is known here.' });
                const frame = new CentersFrame(page, crypto.randomUUID());
                this.frames = [...this.frames, frame];
                const over = () => {
                    this.frames = this.frames.filter((other) => other.key !== frame.key);
                };
                frame.rows.then(over, over);
                return frame.rows;
            },
            session,
            mutate: (document, variables) => withinTime(mutate(document, variables), LONGEST_WRITE),
            updateRecord: (...change) => withinTime(update(...change), LONGEST_WRITE)
        })
    );

    @api get port(): OrgPort {
        return this.made;
    }
}
