/** The process that `builds.ts` starts. It ends when that disconnects. */
import { appBundle } from './appBundle.ts';
import { BuildFault } from './buildFault.ts';
import { compiledModules, type CompiledModules } from './compiledModules.ts';
import { writePlatform } from './writePlatform.ts';
import type { Failed, Order, Result } from './builds.ts';

/** By the file that keeps them. */
const modules = new Map<string | undefined, CompiledModules>();

function modulesOf(file: string | undefined): CompiledModules {
    let kept = modules.get(file);
    if (!kept) modules.set(file, (kept = compiledModules(file)));
    return kept;
}

async function build(order: Order): Promise<string> {
    switch (order.kind) {
        case 'app':
            return appBundle(order.source, modulesOf(order.source.kept));
        case 'platform':
            await writePlatform(order.directory);
            return order.directory;
    }
}

function failed(error: unknown): Failed {
    if (!(error instanceof BuildFault)) return { message: error instanceof Error ? error.stack! : String(error) };
    const { message, file, line, column, kind } = error;
    return { message, fault: { file, line, column, kind } };
}

process.on('message', async ({ number, order }: { number: number; order: Order }) => {
    const result: Result = await build(order).then(
        (output) => ({ number, output }),
        (error: unknown) => ({ number, failed: failed(error) })
    );
    process.send!(result);
});
