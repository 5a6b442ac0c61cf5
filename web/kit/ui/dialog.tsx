// A question in front of the page.
import { type ReactNode, useEffect, useRef } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';

interface Props {
  readonly title: string;
  readonly isOpen: boolean;
  readonly close: () => void;
  readonly children: ReactNode;
}

export function Dialog({ title, isOpen, close, children }: Props) {
  const dialog = useRef<HTMLElement>(null);
  // what had the focus may have gone with the answer; without a focus Escape would be lost
  useEffect(() => {
    if (isOpen && document.activeElement === document.body) dialog.current?.focus();
  });
  return (
    <ModalOverlay
      className="overlay"
      isOpen={isOpen}
      isDismissable
      onOpenChange={(open) => {
        if (!open) close();
      }}
    >
      <Modal className="modal">
        <AriaDialog ref={dialog} className="dialog">
          <Heading slot="title">{title}</Heading>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
