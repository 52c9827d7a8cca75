import { fileURLToPath } from 'node:url';
import type { Context } from 'hono';
import { child, childrenOf, childText, isTrue, type Element } from '../../metadata/xml.ts';
import type { App, Env, OrgContext } from '../context/orgContext.ts';
import { deployResult } from '../metadata/deployResult.ts';
import { checkMayDeploy, Deployments } from '../metadata/deployments.ts';
import { fileProperties } from '../metadata/fileProperties.ts';
import { HeldMetadata } from '../metadata/heldMetadata.ts';
import { Retrieves } from '../metadata/retrieve.ts';
import { metadataRoutes } from '../metadata/routes.ts';
import { readSettings } from '../metadata/settings.ts';
import { ApiError } from '../apiError.ts';
import { readEnvelope, soapAnswer, soapFault, type SoapCall } from './envelope.ts';
import { login } from './login.ts';

const SOURCE = fileURLToPath(new URL('../../../force-app/main/default', import.meta.url));
const FLOWS = fileURLToPath(new URL('../../../optional/flow/main/default/flows', import.meta.url));
const METADATA = 'http://soap.sforce.com/2006/04/metadata';

/** SOAP `login` of the partner and enterprise APIs, and the Metadata API: deployments, also in REST, lists, and retrieves. */
export function soapRoutes(app: App, org: OrgContext): void {
    const held = new HeldMetadata(org, SOURCE, FLOWS);
    const deployments = new Deployments(org, held);
    const retrieves = new Retrieves(org, held);
    metadataRoutes(app, deployments);

    for (const kind of ['u', 'c']) {
        const namespace = `urn:${kind === 'u' ? 'partner' : 'enterprise'}.soap.sforce.com`;
        const answer = (context: Context<Env>) =>
            respond(context, namespace, '', (call) => {
                if (call.operation !== 'login') throw notServed(call);
                return login(org, call.content, context.req.url.replace(/([^:])\/\/+/g, '$1/'));
            });
        app.post(`/services/Soap/${kind}/:version`, answer);
        app.post(`/services/Soap/${kind}/:version/:organization`, answer);
    }

    const metadata = (context: Context<Env>) =>
        respond(context, METADATA, 'sf:', async (call) => {
            const session = call.sessionId === null ? undefined : org.sessions.of(call.sessionId);
            if (!session) {
                const message = 'Invalid Session ID found in SessionHeader: Illegal Session';
                throw new ApiError('INVALID_SESSION_ID', message);
            }
            switch (call.operation) {
                case 'deploy': {
                    const zip = childText(call.content, 'ZipFile') ?? '';
                    const options = optionsOf(child(call.content, 'DeployOptions'));
                    const { id } = await deployments.check(session, zip, options);
                    return { done: false, id, state: 'Queued' };
                }
                case 'checkDeployStatus': {
                    const deployment = deployments.find(childText(call.content, 'asyncProcessId') ?? '');
                    return deployResult(deployment, isTrue(call.content, 'includeDetails'));
                }
                case 'listMetadata': {
                    const types = childrenOf(call.content, 'queries').map((query) => childText(query, 'type'));
                    const listed = held.components().filter(({ type }) => types.includes(type));
                    return listed.map((each) => fileProperties(org, session.userId, each));
                }
                case 'readMetadata':
                    checkMayDeploy(session);
                    return readSettings(call.content, org.variant);
                case 'retrieve': {
                    checkMayDeploy(session);
                    // The name in the WSDL, and the one that jsforce sends (observed).
                    const request = child(call.content, 'retrieveRequest') ?? child(call.content, 'request');
                    return { done: false, id: await retrieves.start(session, request), state: 'Queued' };
                }
                case 'checkRetrieveStatus':
                    return retrieves.find(childText(call.content, 'asyncProcessId') ?? '');
                default:
                    throw notServed(call);
            }
        });
    app.post('/services/Soap/m/:version', metadata);
    app.post('/services/Soap/m/:version/:organization', metadata);
}

/** A list becomes several results, as in `listMetadata`. */
type SoapResult = Record<string, unknown> | Record<string, unknown>[];

async function respond(
    context: Context<Env>,
    namespace: string,
    prefix: string,
    work: (call: SoapCall) => SoapResult | Promise<SoapResult>
): Promise<Response> {
    const headers = { 'Content-Type': 'text/xml; charset=utf-8' };
    try {
        const call = readEnvelope(await context.req.text());
        return context.body(soapAnswer(call.operation, namespace, await work(call)), 200, headers);
    } catch (cause) {
        if (!(cause instanceof ApiError)) throw cause;
        return context.body(soapFault(cause, prefix), 500, headers);
    }
}

function optionsOf(options: Element | undefined) {
    return {
        checkOnly: options !== undefined && isTrue(options, 'checkOnly'),
        rollbackOnError: !options || childText(options, 'rollbackOnError') !== 'false',
        ignoreWarnings: options !== undefined && isTrue(options, 'ignoreWarnings'),
        singlePackage: options !== undefined && isTrue(options, 'singlePackage')
    };
}

function notServed({ operation }: SoapCall): ApiError {
    return new ApiError('UNKNOWN_EXCEPTION', `The operation ${operation} is not supported by the embedded org.`);
}
