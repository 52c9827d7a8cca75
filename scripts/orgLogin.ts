import type { Connection, SfError } from '@salesforce/core';
import { Refusal } from './refusal.ts';

/** A login of the Salesforce CLI, tried: the org took its token. */
export interface OrgLogin {
    /** Where the org's REST API is, without a slash at the end. */
    url: string;
    username: string;
    /** The newest API version of the org, such as `66.0`. */
    apiVersion: string;
    /** jsforce's, with the org's newest API version. It gets a new token by itself where the login can. */
    connection: Connection;
    /**
     * The token to ask with.
     * @param refused the token that the org has just refused: a new one is asked for
     * @throws Refusal when there is no other
     */
    accessToken(refused?: string): Promise<string>;
}

/**
 * The org that the Salesforce CLI knows by this alias or username.
 * @throws Refusal, in one sentence with the next step: no such login, a login that has ended, an org that does not answer
 */
export async function loginOf(alias: string): Promise<OrgLogin> {
    // Nothing of another person's computer is reported or written by asking for a login.
    process.env.SF_DISABLE_TELEMETRY ??= 'true';
    process.env.SF_DISABLE_LOG_FILE ??= 'true';
    // The library takes a second to load: only who asks for an org waits for it.
    const { AuthInfo, Connection, StateAggregator } = await import('@salesforce/core');
    const { aliases } = await StateAggregator.getInstance();
    const username = aliases.resolveUsername(alias);
    let connection: Connection;
    try {
        connection = await Connection.create({ authInfo: await AuthInfo.create({ username }) });
    } catch (cause) {
        throw refusalOf(cause, alias);
    }
    const url = (connection.instanceUrl ?? '').replace(/\/+$/, '');
    const ask = async (): Promise<void> => {
        try {
            await connection.request(`${url}/services/data/v${connection.getApiVersion()}/`);
        } catch (cause) {
            throw refusalOf(cause, alias);
        }
    };
    await ask();
    return {
        url,
        username: connection.getUsername() ?? username,
        apiVersion: connection.getApiVersion(),
        connection,
        async accessToken(refused) {
            // jsforce renews the token, if the login can, when the org refuses it.
            if (refused !== undefined && refused === connection.accessToken) await ask();
            return connection.accessToken ?? '';
        }
    };
}

const EXPIRED = /INVALID_SESSION_ID|expired access\/refresh token|invalid_grant|Bad_OAuth_Token|RefreshTokenAuthError/i;

function refusalOf(cause: unknown, alias: string): Refusal {
    const { name = '', message = '', code = '' } = cause as Partial<SfError>;
    const said = `${name} ${code} ${message}`;
    const options = { cause };
    if (name === 'NamedOrgNotFoundError')
        return new Refusal(
            `The Salesforce CLI knows no org ${alias}: log in with "sf org login web --alias ${alias}", or see "sf org list" for those it knows.`,
            options
        );
    if (EXPIRED.test(said))
        return new Refusal(
            `The login to ${alias} has ended: log in again with "sf org login web --alias ${alias}".`,
            options
        );
    if (/ECONNREFUSED|ENOTFOUND|ETIMEDOUT|EAI_AGAIN|ECONNRESET|DomainNotFound|fetch failed/.test(said))
        return new Refusal(
            `The org ${alias} does not answer: check the network, then the address that "sf org display --target-org ${alias}" says.`,
            options
        );
    return new Refusal(
        `The org ${alias} cannot be used: ${message.replace(/\.?\s*$/, '')}. "sf org display --target-org ${alias}" says more.`,
        options
    );
}
