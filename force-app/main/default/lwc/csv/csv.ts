/** Reading and writing of CSV files (RFC 4180), and the files Switchboard gives. */
export { writeCsv } from './write.ts';
export { CsvError, readCsv, type CsvErrorKind, type CsvFile, type CsvRow } from './read.ts';
export { movesCsv, voiceAddUsersCsv, type VoiceUser } from './files.ts';
