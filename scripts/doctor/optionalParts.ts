import { ComponentsRejected } from '../deploy/deploySource.ts';
import { OPTIONAL_PARTS, type OptionalPart } from '../metadata/optionalParts.ts';
import { quoted, type Finding } from '../org/readiness/finding.ts';
import { UserError } from '../terminal/userError.ts';

/** Sends a part to the org without deploying it. @throws ComponentsRejected when it refuses the part, or another UserError when it can't tell */
export type TryPart = (part: OptionalPart) => Promise<unknown>;

/** Asks the org whether it would accept each optional part. Nothing is deployed. */
export async function optionalParts(tryPart: TryPart): Promise<Finding[]> {
    const findings: Finding[] = [];
    for (const part of OPTIONAL_PARTS) {
        const finding = {
            name: part.folder.replace('optional/', 'accepts-'),
            question: `Would the org accept ${part.name}?`,
            uses: part.gives,
            fallback: `without it, ${part.without.replace(/\.$/, '')}`
        };
        try {
            await tryPart(part);
            findings.push({ ...finding, result: 'yes', status: 'ok', fix: null });
        } catch (error) {
            if (!(error instanceof UserError)) throw error;
            const reason = quoted(error.message);
            findings.push(
                error instanceof ComponentsRejected
                    ? { ...finding, result: `no, ${reason}`, status: 'fallback', uses: 'none of it', fix: null }
                    : {
                          ...finding,
                          result: `unknown, ${reason}`,
                          status: 'unknown',
                          fix: 'run the doctor as a user who may deploy'
                      }
            );
        }
    }
    return findings;
}
