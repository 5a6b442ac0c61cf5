// A day, written as the page's language writes it: the browser's own field follows the language of
// the browser. Its calendar is a press away.
import { type InputHTMLAttributes, useId, useRef, useState } from 'react';
import { dayTyped } from '../formats.ts';
import { useKitLanguage } from '../language.tsx';
import { Button } from './button.tsx';

interface Props extends OfInput {
  readonly label: string;
}

/** With its label. */
export function LabelledDate({ label, ...of }: Props) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id}>
        <span>{label}</span>
      </label>
      <DateField id={id} {...of} />
    </div>
  );
}

interface OfInput
  extends Pick<
    InputHTMLAttributes<HTMLInputElement>,
    | 'id'
    | 'className'
    | 'required'
    | 'disabled'
    | 'aria-invalid'
    | 'aria-required'
    | 'aria-describedby'
  > {
  /** YYYY-MM-DD, or empty. */
  readonly value: string;
  /** What is no day, yet or at all, is told to nobody. */
  readonly change: (day: string) => void;
}

export function DateField({ value, change, ...of }: OfInput) {
  const { t, format } = useKitLanguage();
  const [typed, setTyped] = useState<{ readonly text: string; readonly day: string }>();
  const [isLeft, setLeft] = useState(false);
  const calendar = useRef<HTMLInputElement>(null);
  const hint = useId();
  const written = value === '' ? '' : format.shortDay(value);
  // another value came meanwhile, from elsewhere
  const text = typed?.day === value ? typed.text : written;
  const isWrong = isLeft && text !== '' && dayTyped(text) === undefined;
  const type = (next: string) => {
    const day = next.trim() === '' ? '' : dayTyped(next);
    setTyped({ text: next, day: day ?? value });
    setLeft(false);
    if (day !== undefined && day !== value) change(day);
  };
  const leave = () => {
    setLeft(true);
    if (dayTyped(text) !== undefined) setTyped(undefined);
  };
  return (
    <span className="date-field">
      <input
        {...of}
        type="text"
        autoComplete="off"
        placeholder={t('kit.day')}
        aria-invalid={isWrong || of['aria-invalid']}
        aria-describedby={isWrong ? hint : of['aria-describedby']}
        value={text}
        onChange={(event) => type(event.target.value)}
        onBlur={leave}
      />
      <input
        ref={calendar}
        type="date"
        className="calendar"
        tabIndex={-1}
        aria-hidden="true"
        disabled={of.disabled}
        value={value}
        onChange={(event) => type(event.target.value)}
      />
      <Button
        kind="plain"
        aria-label={t('kit.calendar')}
        isDisabled={of.disabled === true}
        onPress={() => calendar.current?.showPicker()}
      >
        <CalendarSign />
      </Button>
      {isWrong && (
        <small className="field-wrong" id={hint} role="alert">
          {t('kit.noDay')}
        </small>
      )}
    </span>
  );
}

const CalendarSign = () => (
  <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
    <path
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      d="M2 3.5h12v10.5H2zM2 7h12M5 1.5v3M11 1.5v3"
    />
  </svg>
);
