/** Moves of users on the page, by a click or by a run of the panel: what the other parts show of them. */
import type { ImportReview } from 'c/importPage';
import { needsReview, type RecordedRun } from 'c/movePlan';
import type { Recover } from 'c/moveRecovery';
import type { RunReport, Settled } from 'c/moveRun';
import type { Id } from 'c/orgPort';
import type { PageFlow } from 'c/pageFlow';
import { centerAfter, type Click } from 'c/pageState';
import type { RunKeeper } from 'c/runRecord';
import type { RowAction } from 'c/userFinder';
import type { PageParts } from './pageParts.ts';

export class Moves {
    private flow: PageFlow;
    private keeper: RunKeeper;
    private parts: () => PageParts;

    constructor(flow: PageFlow, keeper: RunKeeper, parts: () => PageParts) {
        this.flow = flow;
        this.keeper = keeper;
        this.parts = parts;
    }

    /** The button of a row was pressed. */
    async press({ user, to, plan }: RowAction): Promise<void> {
        if (!this.flow.mayPress(user, to, plan) || !plan) return;
        // A run of someone else is about to move this user, too. The review asks about that.
        const isOthers = this.keeper.watch.concerns(user.id);
        // A request needs a reason.
        if (needsReview(plan) || isOthers || !this.flow.mayEdit) this.parts().panel?.review(plan, [user]);
        else this.show(await this.flow.click(user, plan));
    }

    /** @param userId whose latest click to undo; undefined for the latest one of all */
    async undo(userId?: Id): Promise<void> {
        this.show(await this.flow.undo(userId));
    }

    async check(): Promise<void> {
        this.show(await this.flow.check());
    }

    async recover({ runId, recovery }: Recover): Promise<void> {
        const { flow } = this;
        flow.started(null);
        await flow.reads.userName();
        try {
            const ran = await this.parts().panel?.recover(runId, recovery);
            if (!ran) flow.tell({ about: 'run elsewhere' });
        } catch (thrown) {
            flow.tell({ about: 'failure', thrown });
        }
        if (!this.parts().panel?.isRunning) void flow.ended(null);
        void flow.reads.runs();
    }

    async undoRun(run: RecordedRun): Promise<void> {
        await this.flow.reads.userName();
        try {
            await this.parts().panel?.undoRun(run);
        } catch (thrown) {
            this.flow.tell({ about: 'failure', thrown });
        }
    }

    async moveAnyway(report: RunReport, userIds: Id[]): Promise<void> {
        await this.flow.reads.userName();
        await this.parts().panel?.moveAnyway(report, userIds);
    }

    settled(settled: Settled[]): void {
        this.flow.settled(settled);
        this.follow(settled);
    }

    async ended(report: RunReport | null): Promise<void> {
        if (report) {
            this.parts().finder?.afterRun();
            // Once for all of them: each time takes as long as the list is.
            this.parts().importer?.applyMoves(movesOf(report.settled));
        }
        await this.flow.ended(report);
        if (report) await this.parts().history?.reload();
        if (report) this.flow.reads.checksAgain();
    }

    /** Uncertain users were read again. The history keeps them as uncertain: its Undo reads them, too. */
    checked(report: RunReport): void {
        this.follow(report.settled);
        this.parts().importer?.applyMoves(movesOf(report.settled));
        void this.flow.reads.counts();
    }

    /** Shows users in the table where they are now. */
    private follow(settled: Settled[]): void {
        this.parts().finder?.applyMoves(movesOf(settled));
    }

    /** Opens the review of rows of a list. */
    async reviewImport({ plan, users }: ImportReview): Promise<void> {
        await this.flow.reads.userName();
        this.parts().panel?.review(plan, users);
    }

    private show(click: Click | null): void {
        if (!click) return;
        const { run } = click;
        this.follow([run.settled]);
        this.parts().importer?.applyMoves(movesOf([run.settled]));
        if (run.report) void this.flow.save(run.report).then(() => this.parts().history?.reload());
    }
}

/** Where users are after they were settled, as far as it's known. */
function movesOf(settled: Settled[]): { userId: Id; to: Id | null }[] {
    return settled.flatMap((one) => {
        const to = centerAfter(one);
        return to === undefined ? [] : [{ userId: one.userId, to }];
    });
}
