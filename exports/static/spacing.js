"use strict";

// vis-network sets the lines of a label no further apart than its letters are high, so that Chinese
// lines touch. Here they stand as far apart as their shapes were made for (exports/page/layout.py).
zhengmai.LINE = 15.5;

zhengmai.spaceLines = (network) => {
  const nodes = Object.values(network.body.nodes).filter((node) => node.labelModule);
  if (!nodes.length) return;
  const label = Object.getPrototypeOf(nodes[0].labelModule);
  const { _processLabelText: process, calculateLabelSize: place } = label;
  label._processLabelText = function (...given) {
    const made = process.apply(this, given);
    if (!this.isEdgeLabel) {
      for (const line of made.lines) line.height = zhengmai.LINE;
      made.height = zhengmai.LINE * made.lines.length;
    }
    return made;
  };
  label.calculateLabelSize = function (...given) {
    place.apply(this, given);
    if (!this.isEdgeLabel) {
      this.size.yLine -= ((this.lineCount - 1) * (zhengmai.LINE - this.fontOptions.size)) / 2;
    }
  };
  for (const node of nodes) node.labelModule.labelDirty = true;
};
