import type { Component } from './component.ts';
import type { Deployment } from './deployments.ts';

/** A DeployResult in the shape that REST returns (documented). SOAP writes the same as XML. */
export function deployResult(deployment: Deployment, includeDetails: boolean): Record<string, unknown> {
    const { components, options, errorMessage } = deployment;
    const failures = components.flatMap((component) => failureMessages(deployment, component));
    const failed = components.filter(({ problems }) => problems.length > 0).length;
    const success = errorMessage === null && failures.length === 0;
    const successes = components
        .filter(({ problems }) => problems.length === 0)
        .map((component) => successMessage(deployment, component));
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

/** A success carries a warning about what the embedded org didn't check. */
function successMessage(deployment: Deployment, component: Component): Record<string, unknown> {
    return {
        ...message(deployment, component),
        success: true,
        warning: true,
        problemType: 'Warning',
        problem: `Not checked by the embedded org: ${component.unchecked}.`
    };
}

function failureMessages(deployment: Deployment, component: Component): Record<string, unknown>[] {
    return component.problems.map(({ words, line, column }) => ({
        ...message(deployment, component),
        success: false,
        warning: false,
        problemType: 'Error',
        problem: words,
        ...(line === undefined ? {} : { lineNumber: line }),
        ...(column === undefined ? {} : { columnNumber: column })
    }));
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
