import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chooseByName, parseOptions, usageByName, wholeNumber } from '../options.ts';

const SUITES = [{ name: 'types' }, { name: 'unit' }, { name: 'unit tests' }];
const choose = (...args: string[]) => chooseByName('npm test', 'suite', SUITES, args);

test('a command without names runs every item, and otherwise the named ones in their own order', () => {
    assert.deepEqual(choose(), SUITES);
    assert.deepEqual(choose('unit tests', 'types'), [{ name: 'types' }, { name: 'unit tests' }]);
});

test('an unknown name fails with the names to choose from', () => {
    assert.throws(() => choose('unit', 'nodes'), {
        name: 'UserError',
        message: 'Unknown suite "nodes". Choose from: types, unit, unit tests.'
    });
});

test('every command has --help', () => {
    assert.equal(choose('--help'), 'help');
    assert.equal(parseOptions('npm start', {}, ['--help']), 'help');
    assert.match(
        usageByName('npm test', 'suite', SUITES),
        /^npm test -- \[SUITE \.\.\.\]\n\n.+types, unit, unit tests\.$/
    );
});

test('an unknown option fails with one line that names the next step', () => {
    const message = "Unknown option '--all'. Run npm test -- --help to see all options.";
    assert.throws(() => choose('--all'), { name: 'UserError', message });
    assert.throws(() => parseOptions('npm test', { quick: { type: 'boolean' } }, ['--all']), { message });
});

test('a number must be whole and in its range', () => {
    const range = { least: 1, most: 9 };
    assert.equal(wholeNumber('--n', undefined, range), undefined);
    assert.deepEqual([wholeNumber('--n', '1', range), wholeNumber('--n', '9', range)], [1, 9]);
    for (const text of ['0', '10', '2.5', '-1', '', '1e0'])
        assert.throws(() => wholeNumber('--n', text, range), {
            message: `--n must be a whole number from 1 to 9. You entered "${text}".`
        });
});
