const path = require("node:path");
const HtmlPlugin = require("html-webpack-plugin");
const addIn = require("../../webpack.config.js");

/** As the add-in is built, with another page. */
module.exports = () => {
  const config = addIn();
  return {
    ...config,
    entry: { taskpane: "./bench/empty-page/index.ts" },
    output: { ...config.output, path: path.resolve(__dirname, "../../.cache/empty-page") },
    plugins: [
      new HtmlPlugin({
        filename: "taskpane.html",
        template: "src/taskpane/taskpane.html",
        scriptLoading: "blocking",
        inject: "body",
        officeJs: "/office-js/office.js",
        minify: false,
      }),
    ],
  };
};
