/** Reads and writes CSV files (RFC 4180), including the files that Switchboard offers. */
export { writeCsv } from './write.ts';
export { CsvError, readCsv, type CsvErrorKind, type CsvFile, type CsvRow } from './read.ts';
export { movesFileName } from './fileName.ts';
export { planCsv } from './plans.ts';
export { movesCsv, voiceAddUsersCsv, type VoiceUser } from './files.ts';
export * from './sheet.ts';
