// A box that is checked, with what it means.
interface CheckProps {
  readonly says: string;
  readonly value: boolean;
  readonly change: (value: boolean) => void;
}

export const Check = ({ says, value, change }: CheckProps) => (
  <label className="check">
    <input type="checkbox" checked={value} onChange={(event) => change(event.target.checked)} />
    {says}
  </label>
);
