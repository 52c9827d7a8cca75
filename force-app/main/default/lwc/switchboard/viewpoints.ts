import { viewpointOf, type Page, type Viewpoint } from 'c/pageState';
import { namesOf } from 'c/wording';

/** Keeps the viewpoint until something in it changes, because each new one redraws the table. */
export class Viewpoints {
    private memo: { deps: unknown[]; viewpoint: Viewpoint } | null = null;

    of(page: Page): Viewpoint {
        const { overview, chosen, permission, moving, resting, inRun, clicks } = page;
        const deps = [overview.value, chosen, permission, moving, resting, inRun, clicks];
        if (!this.memo || deps.some((dep, index) => dep !== this.memo!.deps[index])) {
            const nameOf = namesOf(overview.value?.centers ?? []);
            this.memo = { deps, viewpoint: { ...viewpointOf(page), nameOf } };
        }
        return this.memo.viewpoint;
    }
}
