import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './app.css';
import { startListening } from './live.ts';
import { memory } from './questions.ts';
import { router } from './routes.tsx';
import { applyAppearance } from './shell/appearance.ts';
import { keepFocus } from './ui/keep-focus.ts';

applyAppearance();
startListening();
keepFocus();

const place = document.getElementById('app');
if (!place) throw new Error('index.html has no #app');
createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={memory}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
