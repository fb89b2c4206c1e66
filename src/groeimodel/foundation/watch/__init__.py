"""What an administrator sees of a running installation: `/healthz`, `/readyz`, `/metrics`, and the lines of the log.

Nothing here says who did what. See docs/admin/watch.md.
"""
