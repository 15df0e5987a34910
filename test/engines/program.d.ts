/** For programs that runInEngines bundles: hands the one result to the test. Defined by the harness. */
declare function printResult(text: string): void;
