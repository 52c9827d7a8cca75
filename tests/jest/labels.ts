import { join } from 'node:path';
import { readLabels } from '../../scripts/build/labels.ts';

/** Gives tests the text that people see. By itself, sfdx-lwc-jest returns `c.Name`. */
const FILE = join(process.cwd(), 'force-app/main/default/labels/CustomLabels.labels-meta.xml');

for (const [name, text] of readLabels(FILE))
    jest.doMock(`@salesforce/label/c.${name}`, () => ({ __esModule: true, default: text }), { virtual: true });
