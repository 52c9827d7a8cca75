import type { Component, Problem } from './component.ts';
import type { Deletion } from './deletions.ts';
import { isFailed, type Deployment } from './deployments.ts';

/** A DeployResult in the shape that REST returns (documented). SOAP writes the same as XML. */
export function deployResult(deployment: Deployment, includeDetails: boolean): Record<string, unknown> {
    const { options, errorMessage } = deployment;
    const components = [...deployment.components, ...deployment.deletions];
    const messages = components.flatMap((component) => messagesOf(deployment, component));
    const failures = messages.filter(({ success: isSuccess }) => !isSuccess);
    const failed = components.filter((component) => isFailed(component, options)).length;
    const success = errorMessage === null && failures.length === 0;
    const successes = messages.filter(({ success: isSuccess }) => isSuccess);
    return {
        id: deployment.id,
        checkOnly: options.checkOnly,
        createdBy: deployment.userId,
        createdByName: deployment.userName,
        createdDate: deployment.startedAt,
        startDate: deployment.startedAt,
        lastModifiedDate: deployment.completedAt,
        completedDate: deployment.completedAt,
        done: true,
        ignoreWarnings: options.ignoreWarnings,
        rollbackOnError: options.rollbackOnError,
        runTestsEnabled: false,
        status: success ? 'Succeeded' : 'Failed',
        success,
        ...(errorMessage === null ? {} : { errorMessage, errorStatusCode: 'UNKNOWN_EXCEPTION' }),
        numberComponentErrors: failed,
        numberComponentsDeployed: components.length - failed,
        numberComponentsTotal: components.length,
        numberTestErrors: 0,
        numberTestsCompleted: 0,
        numberTestsTotal: 0,
        ...(includeDetails
            ? {
                  details: {
                      componentSuccesses: successes,
                      componentFailures: failures,
                      runTestResult: { numFailures: 0, numTestsRun: 0, totalTime: 0 }
                  }
              }
            : {})
    };
}

interface Message {
    success: boolean;
    [field: string]: unknown;
}

function messagesOf(deployment: Deployment, component: Component | Deletion): Message[] {
    if (component.problems.length > 0)
        return component.problems.map((each) => problemMessage(deployment, component, each));
    const own = { ...message(deployment, component), success: true };
    if ('phase' in component) return [{ ...own, changed: true, deleted: true, warning: false }];
    // A success carries a warning about what the embedded org didn't check.
    const problem = `Not checked by the embedded org: ${component.unchecked}.`;
    return [{ ...own, warning: true, problemType: 'Warning', problem }];
}

function problemMessage(
    deployment: Deployment,
    component: Component,
    { words, line, column, isNotFound = false }: Problem
): Message {
    return {
        ...message(deployment, component),
        // Salesforce names the manifest, and not what it didn't find (observed).
        ...(isNotFound ? { fullName: component.file } : {}),
        success: isNotFound && deployment.options.ignoreWarnings,
        warning: isNotFound,
        problemType: isNotFound ? 'Warning' : 'Error',
        problem: words,
        ...(line === undefined ? {} : { lineNumber: line }),
        ...(column === undefined ? {} : { columnNumber: column })
    };
}

function message({ startedAt }: Deployment, { type, name, file }: Component): Record<string, unknown> {
    return {
        changed: false,
        componentType: type,
        created: false,
        createdDate: startedAt,
        deleted: false,
        fileName: file,
        fullName: name
    };
}
