export interface Outcome {
    passed: number;
    failed: number;
    skipped: number;
}
