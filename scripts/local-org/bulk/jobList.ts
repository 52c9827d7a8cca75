import type { Session } from '../access/session.ts';
import { recordId } from '../ids.ts';
import { ApiError } from '../apiError.ts';
import type { Job } from './job.ts';

/** Jobs kept with their data. The oldest one is dropped first. Salesforce keeps jobs for seven days (documented). */
const MAX_JOBS = 50;

/** The bulk jobs of an org. Users see only the jobs that they created. */
export class JobList {
    readonly #jobs = new Map<string, Job>();
    #count = 0;

    nextId(): string {
        return recordId('750', ++this.#count);
    }

    add(job: Job): void {
        const oldest = this.#jobs.keys().next();
        if (this.#jobs.size >= MAX_JOBS && !oldest.done) this.#jobs.delete(oldest.value);
        this.#jobs.set(job.id, job);
    }

    /** @throws ApiError NOT_FOUND */
    find<Kind extends Job['kind']>(kind: Kind, id: string, session: Session): Extract<Job, { kind: Kind }> {
        const job = [...this.#jobs.values()].find((each) => each.id === id || each.id.slice(0, 15) === id);
        if (job?.kind !== kind || job.userId !== session.userId) {
            throw new ApiError('NOT_FOUND', 'The requested resource does not exist');
        }
        return job as Extract<Job, { kind: Kind }>;
    }

    all(kind: Job['kind'], session: Session): Job[] {
        return [...this.#jobs.values()].filter((job) => job.kind === kind && job.userId === session.userId);
    }

    remove(job: Job): void {
        this.#jobs.delete(job.id);
    }
}
