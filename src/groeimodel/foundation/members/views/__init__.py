"""Pages where a partnership is run: members and seats, invitations, particulars, what happened."""
