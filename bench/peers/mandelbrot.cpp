#include "harness.h"

static long escape_time(double cr, double ci, long limit) {
  double zr = 0, zi = 0;
  for (long n = 0;; ++n) {
    double rr = zr * zr, ii = zi * zi;
    if (rr + ii > 4.0 || n == limit) return n;
    zi = 2.0 * zr * zi + ci;
    zr = rr - ii + cr;
  }
}
int main(int, char** argv) {
  measure(argv, [] {
    long sum = 0;
    for (int y = 0; y < 120; ++y) {
      for (int x = 0; x < 160; ++x) sum += escape_time(x * 0.01875 - 2.2, y * 0.02 - 1.2, 100);
    }
    return sum;
  });
}
