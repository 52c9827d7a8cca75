/** Imports: recognizes columns, looks up users, gives each row a verdict, and makes a plan of the rows that will move. */
export * from './types.ts';
