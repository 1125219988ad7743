#include "clj/base/background_thread.h"

#include <pthread.h>

#include <csignal>
#include <cstddef>
#include <initializer_list>

namespace clj {

namespace {

constexpr size_t kStackBytes = size_t{256} << 10;

}  // namespace

bool start_background_thread(void* (*body)(void* context), void* context) {
  // Signals are for the program's threads; faults belong to the thread that has them.
  sigset_t all, before;
  sigfillset(&all);
  for (int fault : {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGTRAP, SIGABRT}) sigdelset(&all, fault);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  pthread_attr_setstacksize(&attributes, kStackBytes);
  pthread_t thread;
  bool started = pthread_create(&thread, &attributes, body, context) == 0;
  pthread_attr_destroy(&attributes);
  pthread_sigmask(SIG_SETMASK, &before, nullptr);
  return started;
}

}  // namespace clj
