#include "harness.h"

static long fib(long n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }
int main(int, char** argv) {
  volatile long n = 32;
  measure(argv, [&] { return fib(n); });
}
