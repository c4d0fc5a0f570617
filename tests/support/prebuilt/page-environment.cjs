const { TestEnvironment } = require("jest-environment-jsdom");
const { provide } = require("./provide.cjs");

module.exports = class extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    provide(this, config.projectConfig);
  }
};
