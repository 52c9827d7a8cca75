import assert from 'node:assert/strict';
import { test } from 'node:test';
import { child, childText, descendants, METADATA_NAMESPACE, readXml, xmlFault, type XmlDocument } from '../xml.ts';

function documentOf(text: string): XmlDocument {
    const read = readXml(text);
    assert.ok(!('fault' in read), JSON.stringify(read));
    return read;
}

test('an element has its name, its line, its text, and its children', () => {
    const { root, namespace } = documentOf(
        `<?xml version="1.0" encoding="UTF-8"?>\n<!-- A tab. -->\n<CustomTab xmlns="${METADATA_NAMESPACE}">\n` +
            '    <label> Users &amp; centers </label>\n\n    <page></page>\n    <more><label>Below</label></more>\n</CustomTab>\n'
    );
    assert.equal(namespace, METADATA_NAMESPACE);
    assert.deepEqual(
        [root, ...root.children].map(({ name, line, text }) => [name, line, text]),
        [
            ['CustomTab', 3, ''],
            ['label', 4, 'Users & centers'],
            ['page', 6, ''],
            ['more', 7, '']
        ]
    );
    assert.deepEqual([childText(root, 'label'), childText(root, 'page')], ['Users & centers', '']);
    assert.deepEqual([childText(root, 'more'), childText(root, 'none')], [undefined, undefined]);
    assert.deepEqual(
        descendants(root, 'label').map(({ text }) => text),
        ['Users & centers', 'Below']
    );
});

test('a namespace prefix is not part of a name', () => {
    const { root } = documentOf('<s:Envelope xmlns:s="urn:soap"><s:Body><login>Ada</login></s:Body></s:Envelope>');
    assert.equal(root.name, 'Envelope');
    assert.equal(childText(child(root, 'Body')!, 'login'), 'Ada');
});

test('a byte order mark before the document changes neither its names nor its lines', () => {
    const { root } = documentOf('\uFEFF<Flow>\n<label>Centers</label></Flow>');
    assert.equal(child(root, 'label')?.line, 2);
});

test('a text that is not one well-formed document has a fault with its position', () => {
    assert.deepEqual(xmlFault('<a>\n<b></a>')?.line, 2);
    for (const text of ['', 'text', '<a>', '<a/><b/>', '<!DOCTYPE a [<!ENTITY b "c">]><a/>']) {
        const read = readXml(text);
        assert.ok('fault' in read, text);
        assert.ok(read.fault.line >= 1 && read.fault.message !== '', text);
    }
});

test('a document that is too deep or never closed has a fault instead of using up time or memory', () => {
    const deep = 100_000;
    for (const text of ['<a>'.repeat(1_000_000), '<a>'.repeat(deep) + '</a>'.repeat(deep)])
        assert.ok('fault' in readXml(text));
});
