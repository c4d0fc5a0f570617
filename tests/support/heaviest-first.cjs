const TestSequencer = require("@jest/test-sequencer").default;

/** Long test files, the longest first: one that starts last would run alone in the end. Jest guesses by size else. */
const heavy = [
  "tests/office/fault-matrix",
  "tests/e2e/main-job-mouse",
  "tests/profiles/",
  "tests/e2e/every-view",
  "tests/office/round-trips",
  "tests/e2e/bare-functions",
  "tests/office/apply-failures",
  "tests/e2e/main-job",
  "tests/e2e/",
  "tests/office/",
  "tests/workbench/ui/page/",
  "tests/text/",
  "tests/taskpane/",
];

const placeOf = ({ path }) => {
  const place = heavy.findIndex((part) => path.replaceAll("\\", "/").includes(`/${part}`));
  return place < 0 ? heavy.length : place;
};

module.exports = class extends TestSequencer {
  sort(tests) {
    return super.sort(tests).sort((left, right) => placeOf(left) - placeOf(right));
  }
};
