import { Connection } from 'jsforce';
import type { LocalOrg, Persona } from '../../local-org/index.ts';
import { UserError } from '../../terminal/userError.ts';
import { connect, type OrgConnection } from '../connection.ts';
import { jsforceRequest } from '../jsforceRequest.ts';

/** A connection to the embedded org, over jsforce, as a login of the Salesforce CLI has it. */
export function connectLocal({ url, tokenFor }: LocalOrg, persona: Persona, apiVersion = '66.0'): OrgConnection {
    const jsforce = new Connection({ instanceUrl: url, accessToken: tokenFor(persona), version: apiVersion });
    const expired = () => new UserError('Your login expired.');
    return connect({ url, apiVersion, request: jsforceRequest(jsforce), expired });
}
