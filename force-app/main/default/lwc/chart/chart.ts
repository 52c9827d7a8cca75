/**
 * Geometry of pictures: numbers in, places and paths out. What is drawn with them, in which colors, is up to the part of the
 * page. Pictures are decoration, so whoever draws one also shows its numbers as text.
 */
export { drawFlows, type Bar, type Flow, type FlowPicture, type FlowSpace, type Ribbon } from './flows.ts';
export { largest, type Counted, type Largest } from './largest.ts';
