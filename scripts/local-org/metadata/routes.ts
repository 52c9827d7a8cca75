import { restErrors, statusOf } from '../context/restErrors.ts';
import type { App } from '../context/orgContext.ts';
import { isObject, readJson } from '../context/readJson.ts';
import { ApiError } from '../apiError.ts';
import { deployResult } from './deployResult.ts';
import type { Deployments, DeployOptions } from './deployments.ts';

/** `POST metadata/deployRequest` (multipart: options as JSON, the package as a file), and its result. */
export function metadataRoutes(app: App, deployments: Deployments): void {
    const base = '/services/data/:version/metadata/deployRequest';

    app.post(base, async (context) => {
        try {
            const { options, zip } = await readParts(await context.req.formData().catch(() => null));
            const deployment = await deployments.check(context.get('session'), zip, options);
            return context.json(
                { id: deployment.id, deployOptions: options, deployResult: deployResult(deployment, false) },
                201
            );
        } catch (cause) {
            if (!(cause instanceof ApiError)) throw cause;
            return context.json(restErrors(cause.code, cause.message), statusOf(cause));
        }
    });

    app.get(`${base}/:id`, (context) => {
        try {
            const deployment = deployments.find(context.req.param('id'));
            const includeDetails = context.req.query('includeDetails') === 'true';
            return context.json({ id: deployment.id, deployResult: deployResult(deployment, includeDetails) });
        } catch (cause) {
            if (!(cause instanceof ApiError)) throw cause;
            return context.json(restErrors('NOT_FOUND', 'The requested resource does not exist'), 404);
        }
    });
}

/** The JSON part holds the options, and the other part the package. Clients name the parts differently (observed). */
async function readParts(form: FormData | null): Promise<{ options: DeployOptions; zip: Uint8Array }> {
    let options: DeployOptions | null = null;
    let zip: Uint8Array | null = null;
    for (const value of form?.values() ?? []) {
        const bytes =
            typeof value === 'string' ? new TextEncoder().encode(value) : new Uint8Array(await value.arrayBuffer());
        if (bytes[0] === '{'.charCodeAt(0)) options = readOptions(new TextDecoder().decode(bytes));
        else zip = bytes;
    }
    if (options === null || zip === null) {
        throw new ApiError('INVALID_MULTIPART_REQUEST', 'The request must hold deployOptions as JSON and a zip file.');
    }
    return { options, zip };
}

function readOptions(text: string): DeployOptions {
    const content = readJson(text);
    const given = isObject(content) && isObject(content.deployOptions) ? content.deployOptions : {};
    return {
        checkOnly: given.checkOnly === true,
        rollbackOnError: given.rollbackOnError !== false,
        ignoreWarnings: given.ignoreWarnings === true,
        singlePackage: given.singlePackage === true
    };
}
