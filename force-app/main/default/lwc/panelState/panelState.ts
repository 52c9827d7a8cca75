/** What the move panel shows: one closed union, and pure transitions from one state to the next. */
export * from './state.ts';
export * from './transitions.ts';
