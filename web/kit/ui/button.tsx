// Buttons: one that is meant to be pressed first, quiet ones, and one for what cannot be undone.
import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps } from 'react-aria-components/Button';

interface Props extends Omit<ButtonProps, 'className' | 'children'> {
  readonly kind?: 'primary' | 'quiet' | 'plain' | 'danger';
  readonly children: ReactNode;
}

export const Button = ({ kind = 'quiet', ...props }: Props) => (
  <AriaButton {...props} className={`button ${kind}`} />
);
