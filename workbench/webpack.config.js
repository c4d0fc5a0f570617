/** The workbench page: a bundle of its own, never part of the add-in's `dist`. */
const path = require("node:path");
const CopyWebpackPlugin = require("copy-webpack-plugin");
const { EsbuildPlugin } = require("esbuild-loader");
const HtmlWebpackPlugin = require("html-webpack-plugin");

const root = path.resolve(__dirname, "..");

/** Univer's classes rely on assignment semantics; our subclasses of them must be compiled the same way. */
const esbuildOptions = {
  target: "es2022",
  jsx: "automatic",
  tsconfigRaw: { compilerOptions: { useDefineForClassFields: false, experimentalDecorators: true } },
};

module.exports = (_env, argv = {}) => ({
  mode: argv.mode ?? "production",
  context: root,
  entry: { workbench: "./workbench/ui/main.tsx" },
  output: {
    path: path.join(root, ".cache/workbench"),
    publicPath: "/workbench/",
    filename: "[name].js",
    chunkFilename: "[name].js",
    clean: true,
  },
  devtool: false,
  resolve: { extensions: [".tsx", ".ts", ".js"] },
  module: {
    rules: [
      { test: /\.tsx?$/, loader: "esbuild-loader", options: esbuildOptions },
      { test: /\.css$/, use: ["style-loader", "css-loader"] },
      { test: /\.m?js$/, resolve: { fullySpecified: false } },
    ],
  },
  optimization: {
    minimizer: [new EsbuildPlugin({ target: "es2022", css: true })],
    splitChunks: {
      chunks: "all",
      cacheGroups: {
        grid: { test: /node_modules[\\/](?!@cj-tech-master)/, name: "grid", chunks: "initial" },
      },
    },
  },
  plugins: [
    new HtmlWebpackPlugin({
      template: "./workbench/index.html",
      filename: "index.html",
      scriptLoading: "defer",
    }),
    new CopyWebpackPlugin({ patterns: [{ from: "workbench/ui/static", to: "." }] }),
  ],
  performance: { hints: false },
  cache: {
    type: "filesystem",
    cacheDirectory: path.join(root, ".cache/webpack-workbench"),
    buildDependencies: { config: [__filename] },
  },
  stats: "errors-warnings",
});
