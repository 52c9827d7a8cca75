import { readSheet } from 'c/csv';
import { hasHeader, recognize, templateCsv, withHeader } from 'c/importRows';
import { ADA, BO, WORK } from '#tests/support/people.ts';
import { CENTERS } from './sheets.ts';

const recognized = (text: string, header = true) =>
    recognize(readSheet(text, { hasHeader: header }), CENTERS, { to: WORK });
const problems = (text: string, header = true) => recognized(text, header).problems.map(({ problem }) => problem);

describe('The columns of a sheet', () => {
    it.each([
        ['Username,Region,Call center\nada@x.example,EMEA,8x8 Work', 0, 'username or email', 2],
        ['User,To\nada@x.example,none', 0, 'username or email', 1],
        ['User,To\nAda Byron,none', 0, 'name', 1],
        [`User,To\n${ADA.id},none`, 0, 'id', 1],
        ['E-Mail Address;New call center\nada@x.example;Old Dialer', 0, 'email', 1],
        ['Region,SAML Federation ID\nEMEA,ada', 1, 'federation id', null],
        ['employee_number,center\nE1,8x8 Work', 0, 'employee number', 1],
        ['ALIAS\nada', 0, 'alias', null],
        ['Full Name,Email\nAda Byron,ada@x.example', 1, 'email', null],
        ['UserId,User,FromId,From,ToId,To\n1,2,3,4,5,6', 0, 'id', 4]
    ])('are recognized by their names: %j', (text, column, by, target) => {
        const { mapping } = recognized(text);
        expect(mapping).toEqual({ user: { column, by }, target: { column: target, chosen: { to: WORK } } });
    });

    it.each([
        ['ada@x.example\tOld Dialer\nbo@x.example\tnone', 0, 'username or email', 1],
        [`8x8 Work,${ADA.id}\n8x8 Work,${BO.id.slice(0, 15)}`, 1, 'id', 0],
        ['Ada Byron\nBo Lind', 0, 'name', null],
        ['"Byron, Ada"\n"Ó Briain, Magnus"', 0, 'name', null]
    ])('are recognized by their cells: %j', (text, column, by, target) => {
        const { mapping } = recognized(text, false);
        expect(mapping).toEqual({ user: { column, by }, target: { column: target, chosen: { to: WORK } } });
    });

    it('that are not used are listed', () => {
        const { columns } = recognized('Username,Region,Call center,Notes\nada@x.example,EMEA,8x8 Work,new');
        expect(columns.filter(({ use }) => use === 'not used').map(({ name }) => name)).toEqual(['Region', 'Notes']);
    });

    it('that are missing, doubled, or unlike their name are said', () => {
        expect(problems('Region\nEMEA')).toEqual(['no user']);
        expect(recognize(readSheet('Email\na@x.example', { hasHeader: true }), CENTERS, null).problems).toEqual([
            { problem: 'no target' }
        ]);
        expect(problems('Email,To')).toEqual(['no rows']);
        expect(recognized('Email,Mail\na@x.example,b@x.example').problems).toEqual([
            { problem: 'doubled', use: 'user', columns: [0, 1] }
        ]);
        expect(problems('Notes,Email,Notes\nx,a@x.example,y')).toEqual(['twice']);
        expect(problems('Email,To\na@x.example,b@x.example')).toEqual(['unlike']);
    });

    it('of our template are recognized', () => {
        const text = templateCsv([{ user: 'ada@x.example', callCenter: '8x8 Work' }]);
        expect(recognized(text).problems).toEqual([]);
        expect(recognized(text).mapping.target.column).toBe(1);
    });
});

describe('The first row of a sheet', () => {
    it.each([
        ['Username,To\nada@x.example,none', true],
        ['Who,Where\nada@x.example,none', true],
        ['ada@x.example\nbo@x.example', false],
        ['ada@x.example', false],
        ['Ada Byron\tOld Dialer\nBo Lind\tnone', false],
        ['Ada Byron\nBo Lind', false],
        [`${ADA.id}\n${BO.id}`, false]
    ])('of %j is told to be a header, or not', (text, is) => {
        for (const header of [true, false]) expect(hasHeader(readSheet(text, { hasHeader: header }), CENTERS)).toBe(is);
    });

    it('can become the header later', () => {
        const text = 'Username,To\nada@x.example,none';
        expect(withHeader(readSheet(text, { hasHeader: false }))).toEqual(readSheet(text, { hasHeader: true }));
        expect(withHeader(readSheet(text, { hasHeader: true }))).toEqual(readSheet(text, { hasHeader: true }));
    });
});
