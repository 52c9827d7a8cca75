import type { Project } from '../check/check.ts';
import { OPTIONAL_PARTS, type OptionalPart } from '../metadata/optionalParts.ts';
import { UserError } from '../terminal/userError.ts';
import { deploySource } from './deploySource.ts';

/** Sends one folder to the org. @returns how many components it accepted @throws UserError */
export type Deploy = (project: Project, alias: string, dryRun: boolean, folder: string) => Promise<number>;

/**
 * Tries each optional part by itself, without changing the org, and deploys what the org accepts. A part that is refused
 * doesn't stop anything.
 * @returns the parts that the org has now, or would have
 */
export async function deployParts(
    { project, alias, dryRun }: { project: Project; alias: string; dryRun: boolean },
    print: (line: string) => void,
    deploy: Deploy = deploySource
): Promise<OptionalPart[]> {
    const accepted: OptionalPart[] = [];
    for (const part of OPTIONAL_PARTS) {
        try {
            await deploy(project, alias, true, part.folder);
            if (!dryRun) await deploy(project, alias, false, part.folder);
            accepted.push(part);
            print(dryRun ? `The org would accept ${part.name}.` : `Deployed ${part.name}.`);
        } catch (error) {
            if (!(error instanceof UserError)) throw error;
            print(`The org doesn't accept ${part.name}. ${part.without}\n${indented(error.message)}`);
        }
    }
    return accepted;
}

function indented(text: string): string {
    return text.replace(/^/gm, '  ');
}
