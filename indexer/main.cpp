// dateline-index: placeholder main, replaced within this slice.
int main() { return 0; }
