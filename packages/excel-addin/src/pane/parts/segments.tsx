interface Props<Value extends string> {
  readonly label: string;
  readonly values: readonly Value[];
  readonly names: Readonly<Record<Value, string>>;
  readonly value: Value;
  onChange(value: Value): void;
}

/** A choice between few views of one tab; the buttons are a group, each pressed or not. */
export function Segments<const Value extends string>({
  label,
  values,
  names,
  value,
  onChange,
}: Props<Value>) {
  return (
    <fieldset class="segments">
      <legend class="hidden-text">{label}</legend>
      {values.map((one) => (
        <button key={one} type="button" aria-pressed={one === value} onClick={() => onChange(one)}>
          {names[one]}
        </button>
      ))}
    </fieldset>
  );
}
