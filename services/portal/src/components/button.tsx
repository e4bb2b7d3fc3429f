import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { Link } from 'react-router';

type ButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'disabled'> & {
  readonly look?: 'main' | 'second' | 'plain';
  /** What it does is under way: it stays where it is and can be reached, and does nothing. */
  readonly isBusy?: boolean;
};

export function Button({ look = 'main', isBusy = false, type = 'button', onClick, ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      type={isBusy ? 'button' : type}
      className={`button ${look}`}
      aria-disabled={isBusy || undefined}
      onClick={isBusy ? undefined : onClick}
    />
  );
}

interface ButtonLinkProps {
  readonly to: string;
  readonly children: ReactNode;
  readonly look?: 'main' | 'second';
}

export function ButtonLink({ to, look = 'main', children }: ButtonLinkProps) {
  return (
    <Link to={to} className={`button ${look}`}>
      {children}
    </Link>
  );
}
