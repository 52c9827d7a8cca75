/** `npm run bench [-- page | moves | org]`: medians and ratios, never a verdict. Machines are noisy: compare a run with itself. */
import * as moves from './moves.ts';
import * as org from './org.ts';
import * as page from './page.ts';

const BENCHES: Record<string, () => Promise<void>> = { page: page.run, moves: moves.run, org: org.run };

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in BENCHES));
if (unknown.length) {
    console.error(`There is no benchmark ${unknown.join(', ')}, only ${Object.keys(BENCHES).join(', ')}.`);
    process.exit(1);
}
for (const name of asked.length ? asked : Object.keys(BENCHES)) await BENCHES[name]();
