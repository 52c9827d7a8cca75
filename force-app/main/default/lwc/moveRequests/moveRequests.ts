/**
 * Requests for moves: a plan that someone who may not edit users saves for an admin. A request never runs by itself: an admin
 * reviews a plan that is made fresh from it, and runs that plan.
 */
export { RequestDesk, type Claim, type Decision, type DeskOptions, type Opened } from './requestDesk.ts';
export { freshPlan } from './freshPlan.ts';
export { readRequest, type MoveRequest, type RequestState } from './readRequest.ts';
export { decodeRequest, encodeRequest, requestedOf } from './requestText.ts';
