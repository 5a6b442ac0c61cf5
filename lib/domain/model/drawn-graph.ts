// A callback rule or an IVR as it is drawn: laid out when it is compiled, so that everybody sees
// the same picture and no file of a centre has positions in it.
export interface Spot {
  readonly x: number;
  readonly y: number;
}

interface DrawnNode {
  readonly id: string;
  /** What kind of tile or block it is. */
  readonly kind: string;
  /** What people call it. */
  readonly label?: string;
  /** Where it is written, in the graph's file. */
  readonly line?: number;
  /** Of its middle. */
  readonly x: number;
  readonly y: number;
}

export interface DrawnEdge {
  readonly from: string;
  readonly to: string;
  /** The name of the exit: a call status, a key, "next". */
  readonly on: string;
  readonly points: readonly Spot[];
  /** Where its name stands. */
  readonly label: Spot;
}

export interface DrawnGraph {
  readonly kind: 'rule' | 'ivr';
  readonly id: string;
  readonly name: string;
  /** Of what is drawn: what records and calls went through names the same one. */
  readonly version: string;
  /** Within the folder of the centre. */
  readonly file: string;
  /** Tiles or blocks it begins with. */
  readonly starts: readonly string[];
  readonly width: number;
  readonly height: number;
  /** Of each node. */
  readonly nodeWidth: number;
  readonly nodeHeight: number;
  /** In reading order. */
  readonly nodes: readonly DrawnNode[];
  readonly edges: readonly DrawnEdge[];
}
